/** One colour per tour, the same on map, timeline and list; told apart also by people who see no red or green (Okabe and Ito 2008). */
const COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#b8860b',
  '#56b4e9',
  '#7a4fb5',
  '#8c5a3c',
  '#4d7c0f',
  '#be185d',
];

export const tourColour = (index: number): string => COLOURS[index % COLOURS.length]!;
