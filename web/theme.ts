import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Petrol: the one accent. Shade 8 on white and white on shade 7 both pass WCAG AA. */
const petrol: MantineColorsTuple = [
  '#eaf5f8',
  '#d5e8ee',
  '#a9d1dd',
  '#7cbacb',
  '#5aa8bd',
  '#3a92aa',
  '#1f7f98',
  '#136c84',
  '#0d5b70',
  '#07414f',
];

const gray: MantineColorsTuple = [
  '#f5f7f9',
  '#edf0f3',
  '#e2e6eb',
  '#d2d8df',
  '#b3bcc7',
  '#8792a1',
  '#5a6675',
  '#434e5c',
  '#2d3743',
  '#1a222c',
];

/** Index 0 is the text, 2 the dimmed text, 4 the border, 6 a panel, 7 the page. */
const dark: MantineColorsTuple = [
  '#dbe1e8',
  '#b9c2cd',
  '#9aa5b3',
  '#66717f',
  '#343d48',
  '#272f39',
  '#1c232b',
  '#14191f',
  '#0f1318',
  '#0a0d11',
];

const font =
  '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Signal colours whose darkest shade reads on their lightest, as badges and alerts set it. */
const yellow: MantineColorsTuple = [
  '#fef7e6',
  '#fcedc9',
  '#f8dc96',
  '#f2c75e',
  '#ecb435',
  '#e0a01c',
  '#c48408',
  '#a56b00',
  '#855300',
  '#6b4200',
];
const red: MantineColorsTuple = [
  '#fdeeee',
  '#fadada',
  '#f3b1b3',
  '#ec8589',
  '#e56268',
  '#df4b52',
  '#d53b44',
  '#c22c36',
  '#b01e28',
  '#94131d',
];
const green: MantineColorsTuple = [
  '#e9f6ef',
  '#d3ecdf',
  '#a5d9bf',
  '#74c59d',
  '#4db380',
  '#37a56f',
  '#2a9a62',
  '#23895a',
  '#1b6b42',
  '#125233',
];

export const theme = createTheme({
  colors: { petrol, gray, dark, yellow, red, green },
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: font,
  fontFamilyMonospace: '"JetBrains Mono Variable", ui-monospace, "Cascadia Mono", Menlo, monospace',
  headings: {
    fontFamily: font,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.1875rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.1875rem' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    DatePickerInput: { defaultProps: { size: 'xs' } },
    DateTimePicker: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Badge: { defaultProps: { radius: 'xs', size: 'sm', variant: 'light', tt: 'none', fw: 560 } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, fz: 'xs' } },
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { size: 'sm' } },
    Table: { defaultProps: { fz: 'sm', verticalSpacing: 5, horizontalSpacing: 'sm' } },
    Tabs: { defaultProps: { keepMounted: false } },
    Modal: { defaultProps: { centered: true, radius: 'md' } },
    Drawer: { defaultProps: { position: 'right' } },
  },
});
