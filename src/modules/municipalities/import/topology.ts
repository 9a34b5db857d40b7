import { feature } from 'topojson-client';
import type { Feature } from '../geometry.ts';

/** A TopoJSON document: areas that share their borders. */
export type Topology = Parameters<typeof feature>[0];

export const isTopology = (document: object): document is Topology =>
  'type' in document && document.type === 'Topology';

/** The areas of all objects of the document, in its own coordinates. */
export const featuresOfTopology = (document: Topology): Feature[] =>
  Object.values(document.objects).flatMap((object) => {
    const found: unknown = feature(document, object);
    const { features } = found as { features?: Feature[] };
    return features ?? [found as Feature];
  });

/** The same without its transform, on a grid of five decimals (1.1 m), so that shared borders stay shared. */
export const onGrid = ({ transform, ...document }: Topology): Topology => {
  if (!transform) return document;
  const {
    scale: [scaleX, scaleY],
    translate: [x0, y0],
  } = transform;
  const arcs = document.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [Math.round((x * scaleX + x0) * 1e5) / 1e5, Math.round((y * scaleY + y0) * 1e5) / 1e5];
    });
  });
  return { ...document, arcs };
};
