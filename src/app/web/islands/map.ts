import 'leaflet/dist/leaflet.css';
import {
  map as createMap,
  divIcon,
  geoJSON,
  type Map as LeafletMap,
  latLngBounds,
  marker,
  tileLayer,
} from 'leaflet';

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

const start = (box: HTMLElement): void => {
  const { lat, lon, tiles, attribution } = box.dataset;
  const centre: [number, number] = [Number(lat), Number(lon)];
  const map = createMap(box, { attributionControl: true, zoomControl: true, scrollWheelZoom: false });
  map.attributionControl.setPrefix(false);
  const cards = shownCards();
  const bounds = latLngBounds([centre, ...cards.map((card): [number, number] => [card.lat, card.lon])]);
  map.fitBounds(bounds.pad(0.1), { maxZoom: CLOSEST_ZOOM, animate: false });
  if (tiles) tileLayer(tiles, { attribution: attribution ?? '', maxZoom: 19 }).addTo(map);
  else void addBoundaries(map);
  marker(centre, {
    icon: divIcon({ className: 'pin pin--here', iconSize: [18, 18] }),
    keyboard: false,
    interactive: false,
  }).addTo(map);
  for (const [index, card] of cards.entries()) addMarker(map, card, index + 1);
};

for (const box of document.querySelectorAll<HTMLElement>('[data-map]')) {
  // Hidden on a phone until asked for: nothing is drawn or fetched before.
  const whenSeen = new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    start(box);
  });
  whenSeen.observe(box);
}
