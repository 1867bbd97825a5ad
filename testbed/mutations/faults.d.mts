/** A fault: the text that is replaced in a file of the product, and the test that then fails. */
interface Fault {
  readonly kind: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly test: string;
  /** The tests of that file by their titles. @default all of them */
  readonly titles?: string;
}

export declare const faults: readonly Fault[];
