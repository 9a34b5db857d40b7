export type DrawnNode = {
  key: string;
  number: string;
  title: string;
  shape: 'circle' | 'square' | 'diamond';
  x: number;
  y: number;
  isPale: boolean;
  isChosen: boolean;
  href: string;
};
export type DrawnArc = {
  key: string;
  sentence: string;
  isHelp: boolean;
  strength: number;
  isPale: boolean;
  from: [number, number];
  to: [number, number];
  href: string | undefined;
};
export type GraphView = { nodes: DrawnNode[]; arcs: DrawnArc[] };

export const GRAPH_SIZE = 480;
const NODE = 15;
const ARROW = 8;

/** The point `share` of the way, shifted to the side so that two ways between the same two do not lie on each other. */
const between = ({ from, to }: DrawnArc, back: number): [number, number] => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [to[0] - (dx / length) * back - (dy / length) * 3, to[1] - (dy / length) * back + (dx / length) * 3];
};

const Arrow = ({ arc }: { arc: DrawnArc }) => {
  const [x, y] = between(arc, NODE + 2);
  const angle = (Math.atan2(arc.to[1] - arc.from[1], arc.to[0] - arc.from[0]) * 180) / Math.PI;
  const length = Math.hypot(arc.to[0] - arc.from[0], arc.to[1] - arc.from[1]);
  const [startX, startY] = between(arc, length - NODE);
  const [signX, signY] = between(arc, length * 0.35);
  const classes = `graph__arc${arc.isHelp ? '' : ' graph__arc--harm'}${arc.isPale ? ' graph__pale' : ''}`;
  return (
    <g class={classes}>
      <title>{arc.sentence}</title>
      <line x1={startX} y1={startY} x2={x} y2={y} stroke-width={arc.strength} />
      <polygon
        points={`0,0 ${-ARROW},${-ARROW / 2} ${-ARROW},${ARROW / 2}`}
        transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`}
      />
      <text x={signX} y={signY + 5} text-anchor="middle">
        {arc.isHelp ? '+' : '−'}
      </text>
    </g>
  );
};

const Shape = ({ node: { shape, x, y } }: { node: DrawnNode }) => {
  if (shape === 'circle') return <circle cx={x} cy={y} r={NODE} />;
  const side = NODE * 0.9;
  return (
    <rect
      x={x - side}
      y={y - side}
      width={side * 2}
      height={side * 2}
      transform={shape === 'diamond' ? `rotate(45 ${x} ${y})` : undefined}
    />
  );
};

/** What works on what, drawn in a ring; only the neighbours of the chosen part in full ink. */
export const GraphDrawing = ({ view, label }: { view: GraphView; label: string }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn
  <svg class="graph" viewBox={`0 0 ${GRAPH_SIZE} ${GRAPH_SIZE}`} role="group" aria-label={label}>
    {view.arcs.map((arc) =>
      arc.href === undefined ? (
        <Arrow key={arc.key} arc={arc} />
      ) : (
        <a key={arc.key} href={arc.href} aria-label={arc.sentence}>
          <Arrow arc={arc} />
        </a>
      ),
    )}
    {view.nodes.map((node) => (
      <a key={node.key} href={node.href} aria-label={`${node.number}: ${node.title}`}>
        <g
          class={`graph__node${node.isPale ? ' graph__pale' : ''}${node.isChosen ? ' graph__node--chosen' : ''}`}
        >
          <title>{`${node.number}: ${node.title}`}</title>
          <Shape node={node} />
          <text x={node.x} y={node.y + 5} text-anchor="middle">
            {node.number}
          </text>
        </g>
      </a>
    ))}
  </svg>
);
