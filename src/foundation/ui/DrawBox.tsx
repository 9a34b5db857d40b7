/** Where a map is drawn on, if there is a script: around a point, with a background if the house has one. */
export type DrawView = {
  lat: number;
  lon: number;
  tiles?: { url: string; attribution: string } | undefined;
  label: string;
  note: string;
  undo: string;
};

type Props = {
  view: DrawView;
  /** A point fills in two fields, an area one. */ into: { lat: string; lon: string } | { area: string };
};

export const DrawBox = ({ view, into }: Props) => (
  <div class="drawing">
    <p class="kern-hint">{view.note}</p>
    <section
      class="drawing__map"
      aria-label={view.label}
      data-draw={'area' in into ? 'area' : 'point'}
      data-area-field={'area' in into ? into.area : undefined}
      data-lat-field={'lat' in into ? into.lat : undefined}
      data-lon-field={'lon' in into ? into.lon : undefined}
      data-lat={view.lat}
      data-lon={view.lon}
      data-tiles={view.tiles?.url}
      data-attribution={view.tiles?.attribution}
    />
    {'area' in into && (
      <button type="button" class="kern-btn kern-btn--tertiary" data-draw-undo hidden>
        <span class="kern-label">{view.undo}</span>
      </button>
    )}
  </div>
);
