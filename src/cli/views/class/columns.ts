import type { StudentVm } from '../../../class/status';
import type { Text } from '../../../core/text';
import type { CsvCell } from '../csv';
import { say } from '../../language';

/** One value that is shown of each student. */
export interface Column<Row> {
  /**
   * Its title above the table.
   * @default none: it is for scripts only
   */
  readonly title?: Text;
  /** Whether its text is never cut. */
  readonly isWhole?: boolean;
  /** Its name for scripts. */
  readonly key: string;
  value(row: Row): CsvCell;
  /**
   * Its text in the table.
   * @default the value
   */
  show?(row: Row): string;
}

/** The columns with which every row begins. */
export const whose: readonly Column<StudentVm>[] = [
  { title: { ko: '학생', en: 'student' }, key: 'id', value: ({ id }) => id },
  {
    title: { ko: '이름', en: 'name' },
    key: 'name',
    value: ({ name }) => name,
    show: ({ id, name, leftover }) => {
      const left = say({ ko: '(명단 밖)', en: '(left)' });
      if (leftover === 'left') return name === id ? left : `${name} ${left}`;
      return leftover ? `${name} ${say({ ko: '(하나 더)', en: '(one more)' })}` : name;
    },
  },
];

/** The column of where the VM is. */
export const where: Column<StudentVm> = {
  title: { ko: '주소', en: 'address' },
  isWhole: true,
  key: 'address',
  value: ({ address }) => address,
};
