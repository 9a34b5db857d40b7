export { SensorDeskPage, SensorEditPage } from './DeskPages.tsx';
export { sensorMessages, useMessages } from './messages.ts';
export { SensorPage } from './SensorPage.tsx';
export { SensorsPage } from './SensorsPage.tsx';
export { UsePage, type UseSection } from './UsePage.tsx';
export { WatchPage } from './WatchPage.tsx';
