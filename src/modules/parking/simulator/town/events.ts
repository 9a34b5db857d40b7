/** What happens next: a binary heap of numbers by their minute, as a day has a hundred thousand of them. */
export class Events {
  #times = new Float64Array(1024);
  #what = new Int32Array(1024);
  #count = 0;

  add(time: number, what: number): void {
    if (this.#count === this.#times.length) this.#grow();
    let place = this.#count;
    this.#count += 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#isBefore(time, what, parent)) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#put(place, time, what);
  }

  /** Of equals the one with the smaller number. */
  next(): { time: number; what: number } | undefined {
    if (this.#count === 0) return undefined;
    const first = { time: this.#times[0] as number, what: this.#what[0] as number };
    this.#count -= 1;
    const [time, what] = [this.#times[this.#count] as number, this.#what[this.#count] as number];
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#count) break;
      const right = child + 1;
      if (
        right < this.#count &&
        this.#isBefore(this.#times[right] as number, this.#what[right] as number, child)
      )
        child = right;
      if (!this.#isBefore(this.#times[child] as number, this.#what[child] as number, -1, time, what)) break;
      this.#move(child, place);
      place = child;
    }
    this.#put(place, time, what);
    return first;
  }

  #isBefore(
    time: number,
    what: number,
    place: number,
    other = this.#times[place] as number,
    its = this.#what[place] as number,
  ): boolean {
    return time < other || (time === other && what < its);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#times[from] as number, this.#what[from] as number);
  }

  #put(place: number, time: number, what: number): void {
    this.#times[place] = time;
    this.#what[place] = what;
  }

  #grow(): void {
    const [times, what] = [new Float64Array(2 * this.#count), new Int32Array(2 * this.#count)];
    times.set(this.#times);
    what.set(this.#what);
    [this.#times, this.#what] = [times, what];
  }
}
