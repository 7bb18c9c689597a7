export type ChosenEdition =
  | { readonly kind: 'desktop'; readonly binary: string }
  | { readonly kind: 'browser'; readonly reason: string };

export declare function chooseEdition(options: {
  flags: readonly string[];
  platform?: string;
  env?: Readonly<Record<string, string | undefined>>;
  isRoot?: boolean;
  binary?: () => string | null;
  fetch?: () => Promise<boolean>;
}): Promise<ChosenEdition>;
