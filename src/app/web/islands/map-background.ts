import { map as createMap, geoJSON, type Map as LeafletMap, tileLayer } from 'leaflet';

/** A map without anything in it, around the point that its box names. */
export const emptyMap = (box: HTMLElement): { map: LeafletMap; centre: [number, number] } => {
  const centre: [number, number] = [Number(box.dataset.lat), Number(box.dataset.lon)];
  const map = createMap(box, { attributionControl: true, zoomControl: true, scrollWheelZoom: false });
  map.attributionControl.setPrefix(false);
  return { map, centre };
};

/** Without a configured background the map shows the boundaries of the municipalities, from this server. */
const addBoundaries = async (map: LeafletMap): Promise<void> => {
  const { _southWest: west, _northEast: east } = map.getBounds().pad(0.5) as unknown as Record<
    '_southWest' | '_northEast',
    { lat: number; lng: number }
  >;
  const bbox = [west.lng, west.lat, east.lng, east.lat].map((degree) => degree.toFixed(3)).join(',');
  const answer = await fetch(`/ogc/collections/municipalities/items?f=json&limit=300&bbox=${bbox}`).catch(
    () => undefined,
  );
  if (!answer?.ok) return;
  const style = { className: 'boundary', weight: 1.5, fillOpacity: 0.04, interactive: false };
  geoJSON(await answer.json(), { style }).addTo(map);
};

export const addBackground = (map: LeafletMap, { dataset: { tiles, attribution } }: HTMLElement): void => {
  if (tiles) tileLayer(tiles, { attribution: attribution ?? '', maxZoom: 19 }).addTo(map);
  else void addBoundaries(map);
};

/** Hidden on a phone until asked for: nothing is drawn or fetched before. */
export const whenSeen = (box: HTMLElement, start: (box: HTMLElement) => void): void => {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    start(box);
  });
  observer.observe(box);
};
