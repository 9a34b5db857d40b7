/** Members of circles: whoever comes back to itself by following the arrows. Each node has one arrow at most. */
export const findCircles = (arrows: ReadonlyMap<string, string>): Set<string> => {
  const inCircle = new Set<string>();
  const done = new Set<string>();
  for (const start of arrows.keys()) {
    const path: string[] = [];
    const at = new Map<string, number>();
    let node: string | undefined = start;
    while (node !== undefined && !done.has(node) && !at.has(node)) {
      at.set(node, path.length);
      path.push(node);
      node = arrows.get(node);
    }
    const from = node === undefined ? undefined : at.get(node);
    if (from !== undefined) for (const member of path.slice(from)) inCircle.add(member);
    for (const member of path) done.add(member);
  }
  return inCircle;
};
