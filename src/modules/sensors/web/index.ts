export { SensorDeskPage, SensorEditPage } from './DeskPages.tsx';
export { sensorMessages } from './messages.ts';
export { SensorPage } from './SensorPage.tsx';
export { SensorsPage } from './SensorsPage.tsx';
export { WatchPage } from './WatchPage.tsx';
