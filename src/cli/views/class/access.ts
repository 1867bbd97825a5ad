import type { AccessChange } from '../../../class/access';
import type { Text } from '../../../core/text';

/** Which addresses and ports `up` opens and closes. */
export function accessTexts(change: AccessChange | undefined): Text[] {
  if (!change) return [];
  const { opened, closed, openedPorts, closedPorts } = change;
  return [
    ...told(opened, {
      ko: '+ 이제 접속할 수 있는 주소',
      en: '+ addresses that may connect from now on',
    }),
    ...told(closed, {
      ko: '- 더는 접속할 수 없는 주소',
      en: '- addresses that may no longer connect',
    }),
    ...told(openedPorts, { ko: '+ 여는 포트', en: '+ ports that are opened' }),
    ...told(closedPorts, { ko: '- 닫는 포트', en: '- ports that are closed' }),
  ];
}

function told(values: readonly string[], title: Text): Text[] {
  if (values.length === 0) return [];
  const list = values.join(', ');
  return [{ ko: `${title.ko}: ${list}`, en: `${title.en}: ${list}` }];
}
