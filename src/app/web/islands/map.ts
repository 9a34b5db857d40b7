import 'leaflet/dist/leaflet.css';
import { divIcon, type Map as LeafletMap, latLngBounds, marker } from 'leaflet';
import { startDrawing } from './draw.ts';
import { addBackground, emptyMap, whenSeen } from './map-background.ts';

type Shown = { card: HTMLElement; lat: number; lon: number };

const CLOSEST_ZOOM = 16;

const shownCards = (): Shown[] =>
  [...document.querySelectorAll<HTMLElement>('.offer[data-lat][data-lon]')].flatMap((card) => {
    const lat = Number(card.dataset.lat);
    const lon = Number(card.dataset.lon);
    return Number.isFinite(lat) && lat !== 0 ? [{ card, lat, lon }] : [];
  });

/** Marker and card mark each other; a marker is a button that the keyboard reaches and that names its offer. */
const addMarker = (map: LeafletMap, { card, lat, lon }: Shown, number: number): void => {
  const link = card.querySelector('a');
  const name = link?.textContent ?? '';
  const icon = divIcon({ className: 'pin', html: `<span>${number}</span>`, iconSize: [32, 32] });
  const pin = marker([lat, lon], { icon, alt: name, title: name, keyboard: true }).addTo(map);
  pin.getElement()?.setAttribute('aria-label', `${number}: ${name}`);
  pin.on('click', () => link?.click());
  const mark = (isMarked: boolean) => {
    card.classList.toggle('is-marked', isMarked);
    pin.getElement()?.classList.toggle('is-marked', isMarked);
  };
  pin.on('mouseover', () => mark(true));
  pin.on('mouseout', () => mark(false));
  pin.getElement()?.addEventListener('focus', () => mark(true));
  pin.getElement()?.addEventListener('blur', () => mark(false));
  for (const event of ['mouseenter', 'focusin']) card.addEventListener(event, () => mark(true));
  for (const event of ['mouseleave', 'focusout']) card.addEventListener(event, () => mark(false));
};

const start = (box: HTMLElement): void => {
  const { map, centre } = emptyMap(box);
  const cards = shownCards();
  const bounds = latLngBounds([centre, ...cards.map((card): [number, number] => [card.lat, card.lon])]);
  map.fitBounds(bounds.pad(0.1), { maxZoom: CLOSEST_ZOOM, animate: false });
  addBackground(map, box);
  marker(centre, {
    icon: divIcon({ className: 'pin pin--here', iconSize: [18, 18] }),
    keyboard: false,
    interactive: false,
  }).addTo(map);
  for (const [index, card] of cards.entries()) addMarker(map, card, index + 1);
};

for (const box of document.querySelectorAll<HTMLElement>('[data-map]')) whenSeen(box, start);
for (const box of document.querySelectorAll<HTMLElement>('[data-draw]')) whenSeen(box, startDrawing);
