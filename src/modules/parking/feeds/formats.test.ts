import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../sites/parking-site.ts';
import { parkingFormats, readParkingFile } from './formats.ts';

const read = async (format: string, file: string | Uint8Array | object): Promise<Reading> => {
  const bytes =
    file instanceof Uint8Array ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
  const reading = await readParkingFile(format, { bytes });
  assert.ok(!('refused' in reading), JSON.stringify(reading));
  return reading;
};

const refusal = async (format: string, file: string): Promise<string> => {
  const reading = await readParkingFile(format, { bytes: Buffer.from(file) });
  assert.ok('refused' in reading);
  return reading.reason.en;
};

const NAMESPACE = 'xmlns:n="http://datex2.eu/schema/2/2_0"';

test('DATEX II, facility profile: site and status, by local name, audiences beside their number', async () => {
  const facility = await read(
    'datex2',
    `<?xml version="1.0" encoding="ISO-8859-1"?><n:d2LogicalModel ${NAMESPACE}><n:parkingFacilityTable>
    <n:parkingFacility id="7"><n:parkingFacilityName><n:values><n:value>Schloßgarage</n:value></n:values></n:parkingFacilityName>
      <parkingFacilityLayout>underground</parkingFacilityLayout><n:totalParkingCapacity>90</n:totalParkingCapacity>
      <n:facilityLocation><n:locationForDisplay><n:latitude>5402496.0</n:latitude><n:longitude>512788.0</n:longitude></n:locationForDisplay></n:facilityLocation>
      <n:assignedParkingSpaces><n:assignedParkingSpaces><n:numberOfAssignedParkingSpaces>4</n:numberOfAssignedParkingSpaces>
        <n:descriptionOfAssignedParkingSpaces><n:personTypeForWhichSpacesAssigned>disabled</n:personTypeForWhichSpacesAssigned></n:descriptionOfAssignedParkingSpaces>
      </n:assignedParkingSpaces></n:assignedParkingSpaces>
    </n:parkingFacility><n:parkingFacility id="8"/></n:parkingFacilityTable></n:d2LogicalModel>`,
  );
  assert.deepEqual(facility.sites, [
    {
      foreignId: '7',
      name: 'Schloßgarage',
      point: { lon: 9.1740553, lat: 48.7753356 },
      purpose: 'car',
      kind: 'underground',
      capacityFor: { disabled: 4 },
      capacity: 90,
    },
  ]);
  assert.deepEqual(
    facility.rejected.map(({ position, reason }) => [position, reason.en]),
    [['8', 'The point is missing.']],
  );
  const status = await read(
    'datex2',
    `<d2LogicalModel><parkingFacilityStatus><parkingFacilityReference id="7"/>
      <parkingFacilityStatus>open</parkingFacilityStatus><parkingFacilityStatusTime>2026-11-22T11:59:00+01:00</parkingFacilityStatusTime>
      <totalNumberOfVacantParkingSpaces>-2</totalNumberOfVacantParkingSpaces></parkingFacilityStatus></d2LogicalModel>`,
  );
  assert.deepEqual(status.counts, [
    {
      foreignId: '7',
      occupancy: { free: -2, kind: 'realtime', quality: 'negative', at: new Date('2026-11-22T10:59:00Z') },
    },
  ]);
});

test('DATEX II, record of 2.3: a reference may carry a name, and a count of cars alone is no count of free spaces', async () => {
  const { counts } = await read(
    'datex2',
    `<d2LogicalModel><parkingRecordStatus><parkingRecordReference id="1035[P+R Nord]"/><parkingOccupancy>
      <parkingNumberOfSpacesOverride>10</parkingNumberOfSpacesOverride><parkingNumberOfOccupiedSpaces>4</parkingNumberOfOccupiedSpaces>
      </parkingOccupancy></parkingRecordStatus>
     <parkingRecordStatus><parkingRecordReference id="T1"/><parkingOccupancy><parkingNumberOfVehicles>3</parkingNumberOfVehicles>
      </parkingOccupancy></parkingRecordStatus></d2LogicalModel>`,
  );
  assert.deepEqual(
    counts.map(({ foreignId, occupancy }) => [foreignId, occupancy.free, occupancy.occupied]),
    [
      ['1035', 6, 4],
      ['T1', undefined, 3],
    ],
  );
});

test('a document type, and what is no parking at all, are refused', async () => {
  const xxe =
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><parkingFacility>&x;</parkingFacility></d>';
  assert.match(await refusal('datex2', xxe), /DOCTYPE/);
  assert.match(await refusal('datex2', '<html></html>'), /no parking sites/);
  assert.match(await refusal('datex2', '<d><parkingFacility'), /Not valid XML/);
});

test('a table in ISO-8859-1 with CRLF: what is taken and what there is give what is free', async () => {
  const text =
    '"Name";"OpeningState";"Capacity";"OccupiedSites";"Timestamp"\r\n"Mühle";"x";106;81;1740651467085\r\n';
  const { counts } = await read('bietigheim-bissingen', Buffer.from(text, 'latin1'));
  assert.deepEqual(counts, [
    {
      foreignId: 'Mühle',
      occupancy: {
        free: 25,
        occupied: 81,
        of: 106,
        kind: 'realtime',
        quality: 'plausible',
        at: new Date(1740651467085),
      },
    },
  ]);
});

test('a table with a mark, semicolons and lines as Well-Known Text: the middle of the line', async () => {
  const text =
    '\ufeffid;name;permissions;permissions_translation;location_on_sidewalk\n1;;DisabledParking;x;LINESTRING (9.40 47.60, 9.42 47.62)\n2;;;;LINESTRING (0 0, 0 0)\n';
  const { sites, rejected } = await read('easypark', text);
  assert.deepEqual(sites[0]?.point, { lon: 9.41, lat: 47.61 });
  assert.deepEqual([sites.length, rejected.length], [1, 1]);
});

const feature = (coordinates: number[], properties: object = {}) => ({
  type: 'Feature',
  properties: { fid: 1, Kapazität: 3, Adresse: 'Hauptstraße', ...properties },
  geometry: { type: 'LineString', coordinates: [coordinates, coordinates] },
});

for (const [name, crs, position] of [
  ['degrees without a word', undefined, [8.404, 49.009]],
  ['metres that say so', 'urn:ogc:def:crs:EPSG::25832', [456415.02, 5428627.38]],
  ['metres without a word', undefined, [456415.02, 5428627.38]],
  ['metres under the name of degrees', 'urn:ogc:def:crs:OGC:1.3:CRS84', [456415.02, 5428627.38]],
] as const)
  test(`GeoJSON: ${name}`, async () => {
    const { sites } = await read('park-raum-check', {
      type: 'FeatureCollection',
      ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
      features: [feature([...position])],
    });
    const [site] = sites;
    assert.ok(site && Math.abs(site.point.lon - 8.404) < 1e-4 && Math.abs(site.point.lat - 49.009) < 1e-4);
    assert.deepEqual([site.capacity, site.name, site.kind], [3, 'Hauptstraße', 'street']);
  });

test('a reference system whose numbers look like those of another is refused, not guessed', async () => {
  const file = {
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } },
    features: [feature([456406, 5428644])],
  };
  assert.match(await refusal('park-raum-check', JSON.stringify(file)), /EPSG::25833/);
});

test('ParkAPI v1: time in UTC, a forecast is one, no data is no count', async () => {
  const lot = { name: 'A', coords: { lat: 49, lng: 8.4 }, lot_type: 'Tiefgarage', total: 20 };
  const { sites } = await read('park-api-1', {
    last_updated: '2026-11-22T10:00:00.5',
    lots: [
      { ...lot, id: '1', free: 3, forecast: true },
      { ...lot, id: '2', state: 'nodata', forecast: false },
    ],
  });
  assert.deepEqual(sites[0]?.occupancy, {
    free: 3,
    of: 20,
    kind: 'forecast',
    quality: 'plausible',
    at: new Date('2026-11-22T10:00:00Z'),
  });
  assert.equal(sites[1]?.occupancy, undefined);
  assert.equal(sites[0]?.kind, 'underground');
});

test('ParkAPI v3: spaces of an audience as restrictions or as columns; single spots are taken or free', async () => {
  const place = { name: 'A', lat: '49.0', lon: '8.4', purpose: 'BIKE', type: 'LOCKERS' };
  const { sites } = await read('park-api-3', {
    items: [
      { ...place, uid: '1', capacity: 9, restrictions: [{ type: 'DISABLED', capacity: 2 }], max_height: 210 },
      { ...place, uid: '2', capacity_disabled: 3, has_fee: true, public_url: 'javascript:alert(1)' },
    ],
  });
  assert.deepEqual(
    sites.map(({ purpose, kind, capacityFor, isFree, heightCm, url }) => [
      purpose,
      kind,
      capacityFor,
      isFree,
      heightCm,
      url,
    ]),
    [
      ['bike', 'lockers', { disabled: 2 }, undefined, 210, undefined],
      ['bike', 'lockers', { disabled: 3 }, false, undefined, undefined],
    ],
  );
  const spot = { lat: 49, lon: 8.4, purpose: 'CAR', restricted_to: [{ type: 'DISABLED' }] };
  const spots = await read('park-api-3-spots', {
    items: [
      { ...spot, uid: '1', realtime_status: 'TAKEN' },
      { ...spot, uid: '2', realtime_status: 'UNKNOWN' },
    ],
  });
  assert.deepEqual(
    spots.sites.map(({ capacityFor, occupancy }) => [capacityFor, occupancy?.free]),
    [
      [{ disabled: 1 }, 0],
      [{ disabled: 1 }, undefined],
    ],
  );
});

test('opening hours become OSM syntax where they are certain, and are left out otherwise', async () => {
  const lot = { name: 'A', coords: { lat: 49, lng: 8.4 } };
  const said = ['Mo-Fr 07:30-22:00; Sa 07:30-18:00; PH off', '24 Stunden, 7 Tage', 'wenn der Wirt da ist'];
  const { sites } = await read('park-api-1', {
    lots: said.map((opening_hours, index) => ({ ...lot, id: String(index), opening_hours })),
  });
  assert.deepEqual(
    sites.map(({ openingHours }) => openingHours),
    [said[0], '24/7', undefined],
  );
});

test('hostile records of every format are refused one by one', async () => {
  const hostile = [
    null,
    7,
    'x',
    [],
    { id: {} },
    { id: '__proto__', name: { a: 1 }, lat: 'NaN', lon: '1e999' },
  ];
  for (const format of parkingFormats) {
    const reading = await readParkingFile(format, { bytes: Buffer.from(JSON.stringify(hostile)) });
    assert.ok('refused' in reading || (reading.sites.length === 0 && reading.counts.length === 0), format);
  }
});
