import { scalar } from '../../../../foundation/text/foreign-value.ts';
import { children, textAt, type XmlNode } from '../../../../foundation/text/xml-entries.ts';
import { at } from '../said.ts';
import type { From, Shape } from '../shape.ts';

const nodeOf = (item: unknown): XmlNode | undefined => at(item, '$node') as XmlNode | undefined;

/** In the facility profile each number of spaces stands beside the persons or the fuel that it is for. */
const assigned =
  (word: string): From =>
  (item) =>
    children(nodeOf(item), 'assignedParkingSpaces')
      .flatMap((one) => children(one, 'assignedParkingSpaces'))
      .filter((one) => JSON.stringify(one.children).includes(`"${word}"`))
      .map((one) => textAt(one, 'numberOfAssignedParkingSpaces'))[0];

/** Some references carry the name of the site behind the id. */
const plainId = (text: unknown): string | undefined => scalar(text)?.split('[')[0]?.trim();

/** DATEX II 2.x, static and status, in both dialects. */
export const datexShape: Shape = {
  isCounts: (item) =>
    (at(item, 'parkingRecordReference') ?? at(item, 'parkingFacilityReference')) !== undefined,
  id: (item) =>
    plainId(
      at(item, 'parkingRecordReference.id') ?? at(item, 'parkingFacilityReference.id') ?? at(item, 'id'),
    ),
  name: ['parkingFacilityName.values.value', 'parkingName.values.value'],
  place: {
    lon: [
      'facilityLocation.locationForDisplay.longitude',
      'parkingLocation.pointByCoordinates.pointCoordinates.longitude',
      'parkingLocation.locationForDisplay.longitude',
    ],
    lat: [
      'facilityLocation.locationForDisplay.latitude',
      'parkingLocation.pointByCoordinates.pointCoordinates.latitude',
      'parkingLocation.locationForDisplay.latitude',
    ],
  },
  purpose: 'car',
  kind: { from: ['parkingFacilityLayout', 'parkingLayout'], otherwise: 'surface' },
  audience: (item) =>
    scalar(at(item, 'assignedParkingAmongOthers.applicableForUser')) === 'disabled' ? 'disabled' : undefined,
  capacity: ['totalParkingCapacity', 'parkingNumberOfSpaces'],
  capacityFor: {
    disabled: assigned('disabled'),
    women: assigned('women'),
    family: assigned('families'),
    charging: assigned('battery'),
  },
  free: ['totalNumberOfVacantParkingSpaces', 'parkingOccupancy.parkingNumberOfVacantSpaces'],
  occupied: [
    'totalNumberOfOccupiedParkingSpaces',
    'parkingOccupancy.parkingNumberOfOccupiedSpaces',
    'parkingOccupancy.parkingNumberOfVehicles',
  ],
  of: ['totalParkingCapacityOverride', 'parkingOccupancy.parkingNumberOfSpacesOverride'],
  countedAt: ['parkingFacilityStatusTime', 'parkingStatusOriginTime'],
  height: 'characteristicsOfPermittedVehicles.heightCharacteristic.vehicleHeight',
  operator: ['operator.contactName', 'owner.contactName'],
  url: 'urlLinkAddress',
};
