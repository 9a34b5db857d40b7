import { divIcon, type LatLng, type Map as LeafletMap, marker, polygon } from 'leaflet';
import { addBackground, emptyMap } from './map-background.ts';

// Six digits are about ten centimetres: an entrance, not a tree.
const DIGITS = 6;
const ZOOM = 16;

const inputOf = (name: string | undefined): HTMLInputElement | HTMLTextAreaElement | undefined => {
  const found = document.getElementById(name ?? '');
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : undefined;
};

const pin = () => divIcon({ className: 'pin pin--here', iconSize: [18, 18] });
const degrees = (value: number): string => value.toFixed(DIGITS);

/** A click on the map fills in the two fields of the point; what is typed there moves the pin. */
const pickPoint = (map: LeafletMap, box: HTMLElement, centre: [number, number]): void => {
  const [lat, lon] = [inputOf(box.dataset.latField), inputOf(box.dataset.lonField)];
  if (!lat || !lon) return;
  const chosen = marker(centre, { icon: pin(), keyboard: false, interactive: false }).addTo(map);
  map.on('click', ({ latlng }: { latlng: LatLng }) => {
    chosen.setLatLng(latlng);
    lat.value = degrees(latlng.lat);
    lon.value = degrees(latlng.lng);
  });
  const follow = () => {
    const typed: [number, number] = [
      Number(lat.value.replace(',', '.')),
      Number(lon.value.replace(',', '.')),
    ];
    if (!typed.every((value) => Number.isFinite(value) && value !== 0)) return;
    chosen.setLatLng(typed);
    map.panTo(typed);
  };
  lat.addEventListener('change', follow);
  lon.addEventListener('change', follow);
};

/** Each click is a corner of the area; the field holds it as GeoJSON (RFC 7946: longitude first, the ring closed). */
const drawArea = (map: LeafletMap, box: HTMLElement): void => {
  const field = inputOf(box.dataset.areaField);
  const undo = document.querySelector<HTMLButtonElement>('[data-draw-undo]');
  if (!field || !undo) return;
  undo.hidden = false;
  const corners: LatLng[] = [];
  const shape = polygon([], { className: 'area' }).addTo(map);
  const show = () => {
    shape.setLatLngs(corners);
    const ring = [...corners, ...corners.slice(0, 1)].map(({ lat, lng }) => [
      Number(degrees(lng)),
      Number(degrees(lat)),
    ]);
    field.value = corners.length < 3 ? '' : JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  };
  map.on('click', ({ latlng }: { latlng: LatLng }) => {
    corners.push(latlng);
    show();
  });
  undo.addEventListener('click', () => {
    corners.pop();
    show();
  });
};

/** Drawing instead of typing: the fields beside it stay, and work without it. */
export const startDrawing = (box: HTMLElement): void => {
  const { map, centre } = emptyMap(box);
  map.setView(centre, ZOOM);
  addBackground(map, box);
  if (box.dataset.draw === 'area') drawArea(map, box);
  else pickPoint(map, box, centre);
};
