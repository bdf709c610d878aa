import {
  IconAffiliate,
  IconBox,
  IconCalendarRepeat,
  IconCalendarWeek,
  IconChecklist,
  IconFileImport,
  IconGitCompare,
  IconInbox,
  IconListDetails,
  IconMap2,
  IconPackages,
  IconPlugConnected,
  IconRss,
  IconSettings,
  IconTruckDelivery,
  IconPigMoney,
  IconReceiptEuro,
  IconRoute,
  IconSteeringWheel,
} from '@tabler/icons-react';

/** Every screen, in the order of the navigation; `key` follows `g` on the keyboard. */
export const SCREENS = [
  { to: '/', name: 'today', icon: IconChecklist, key: 't', group: 'cockpit' },
  { to: '/grid', name: 'grid', icon: IconCalendarWeek, key: 'g', group: 'cockpit' },
  { to: '/map', name: 'map', icon: IconMap2, key: 'm', group: 'cockpit' },
  { to: '/schedules', name: 'schedules', icon: IconGitCompare, key: 's', group: 'flow' },
  { to: '/shipments', name: 'shipments', icon: IconTruckDelivery, key: 'v', group: 'flow' },
  { to: '/stock', name: 'stock', icon: IconPackages, key: 'k', group: 'flow' },
  { to: '/containers', name: 'containers', icon: IconBox, key: 'c', group: 'flow' },
  { to: '/season', name: 'season', icon: IconCalendarRepeat, key: 'n', group: 'transport' },
  { to: '/planning', name: 'planning', icon: IconRoute, key: 'b', group: 'transport' },
  { to: '/tours', name: 'tours', icon: IconSteeringWheel, key: 'o', group: 'transport' },
  { to: '/freight', name: 'freight', icon: IconReceiptEuro, key: 'r', group: 'transport' },
  { to: '/savings', name: 'savings', icon: IconPigMoney, key: 'w', group: 'transport' },
  { to: '/inbox', name: 'inbox', icon: IconInbox, key: 'i', group: 'exchange' },
  { to: '/import', name: 'import', icon: IconFileImport, key: 'u', group: 'exchange' },
  { to: '/interfaces', name: 'interfaces', icon: IconPlugConnected, key: 'e', group: 'exchange' },
  { to: '/feed', name: 'feed', icon: IconRss, key: 'f', group: 'exchange' },
  { to: '/partners', name: 'partners', icon: IconAffiliate, key: 'p', group: 'network' },
  { to: '/master-data', name: 'masterData', icon: IconListDetails, key: 'd', group: 'network' },
  { to: '/administration', name: 'administration', icon: IconSettings, key: 'a', group: 'network' },
] as const;

export type Screen = (typeof SCREENS)[number];
export const SCREEN_GROUPS = ['cockpit', 'flow', 'transport', 'exchange', 'network'] as const;
