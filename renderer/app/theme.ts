import { theme as antd, type ThemeConfig } from 'antd';

/** Colours. Each means something; none is decoration. Text on white or on ground has a contrast of at least 4.5. */
export const COLOURS = {
  ink: '#1f2329',
  second: '#646a73',
  line: '#e5e6eb',
  'line-strong': '#c9cdd4',
  ground: '#f7f8fa',
  card: '#ffffff',
  primary: '#1456c0',
  'primary-tint': '#e8effb',
  seal: '#b3261e',
  'seal-tint': '#fbeceb',
  amber: '#945700',
  'amber-tint': '#fdf3e3',
  green: '#1a7040',
  'green-tint': '#e7f4ec',
  grey: '#646a73',
  'grey-tint': '#eef0f3',
} as const;

const FONT_FAMILY = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif';
/** Identity and certificate numbers. */
const MONO_FAMILY = '"Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace';

/** Lengths in px; everything else is a multiple of `grid`. */
const SIZES = {
  grid: 4,
  radius: 4,
  row: 32,
  'register-row': 28,
  rail: 160,
  'rail-narrow': 48,
  text: 13,
  'text-dense': 12,
  'text-title': 16,
  'text-page': 20,
} as const;

const OVERLAY_SHADOW = '0 4px 16px rgba(31, 35, 41, 0.16)';

/** Body text is 13 px; the compact algorithm alone knows even sizes only. */
const bodySize: typeof antd.compactAlgorithm = (seed, map) => ({
  ...(map ?? antd.defaultAlgorithm(seed)),
  fontSize: SIZES.text,
  fontSizeSM: SIZES['text-dense'],
  fontSizeLG: 14,
  fontSizeHeading4: SIZES['text-page'],
  fontSizeHeading5: SIZES['text-title'],
  lineHeight: 20 / SIZES.text,
});

/** The tokens above, in antd's words. */
export const ANTD_THEME: ThemeConfig = {
  // One antd with one theme in the page: without a class of the theme in every selector, styles are made faster.
  hashed: false,
  algorithm: [antd.defaultAlgorithm, antd.compactAlgorithm, bodySize],
  token: {
    colorPrimary: COLOURS.primary,
    colorInfo: COLOURS.primary,
    colorLink: COLOURS.primary,
    colorSuccess: COLOURS.green,
    colorWarning: COLOURS.amber,
    colorError: COLOURS.seal,
    colorPrimaryBg: COLOURS['primary-tint'],
    colorInfoBg: COLOURS['primary-tint'],
    colorSuccessBg: COLOURS['green-tint'],
    colorWarningBg: COLOURS['amber-tint'],
    colorErrorBg: COLOURS['seal-tint'],
    colorText: COLOURS.ink,
    colorTextSecondary: COLOURS.second,
    colorTextTertiary: COLOURS.second,
    colorTextPlaceholder: '#767c85',
    colorBorder: COLOURS['line-strong'],
    colorBorderSecondary: COLOURS.line,
    colorBgLayout: COLOURS.ground,
    colorBgContainer: COLOURS.card,
    fontFamily: FONT_FAMILY,
    fontFamilyCode: MONO_FAMILY,
    borderRadius: SIZES.radius,
    borderRadiusLG: SIZES.radius,
    borderRadiusSM: SIZES.radius,
    boxShadow: OVERLAY_SHADOW,
    boxShadowSecondary: OVERLAY_SHADOW,
    // Whoever asked the system for less motion gets none.
    motion: !globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationSlow: '0.12s',
    motionDurationMid: '0.1s',
    motionDurationFast: '0.08s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 4px' },
  },
};

/** Writes the tokens as CSS variables (--ink, --row …) on the document, where the style sheets read them. */
export function applyTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(COLOURS)) root.style.setProperty(`--${name}`, value);
  for (const [name, value] of Object.entries(SIZES)) root.style.setProperty(`--${name}`, `${value}px`);
  root.style.setProperty('--font', FONT_FAMILY);
  root.style.setProperty('--mono', MONO_FAMILY);
  root.style.setProperty('--overlay-shadow', OVERLAY_SHADOW);
}
