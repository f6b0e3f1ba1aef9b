/**
 * A growing table of 32-bit integers with a fixed number of columns. A tree kept in such tables is nothing for the
 * garbage collector to walk, so a large document costs no more per element than a small one.
 */
export class Rows {
  readonly #width: number;
  #cells: Int32Array;
  #count = 0;

  /** `expected` is a guess at the number of rows; more are welcome. */
  constructor(width: number, expected: number) {
    this.#width = width;
    this.#cells = new Int32Array(width * Math.max(expected, 16));
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a row of zeros and returns its number. */
  add(): number {
    const row = this.#count++;
    if (this.#count * this.#width > this.#cells.length) this.#grow();
    return row;
  }

  get(row: number, column: number): number {
    return this.#cells[row * this.#width + column] as number;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.#width + column] = value;
  }

  #grow(): void {
    const larger = new Int32Array(this.#cells.length * 2);
    larger.set(this.#cells);
    this.#cells = larger;
  }
}
