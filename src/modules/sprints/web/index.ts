export {
  DeskSprintsPage,
  type Form,
  LeadPage,
  type LeadView,
  PreparePage,
  type PrepareView,
} from './DeskPages.tsx';
export { type SprintMessages, sprintMessages } from './messages.ts';
export {
  type IdeaView,
  type RoundView,
  SheetPage,
  SprintPage,
  SprintsPage,
  type SprintView,
} from './PublicPages.tsx';
export {
  type BallotView,
  GonePage,
  JoinPage,
  type JoinView,
  RoomPage,
  type RoomView,
  TalkPage,
  type TalkView,
} from './RoomPages.tsx';
