export declare const NEEDED: readonly { readonly command: string; readonly package: string; readonly why: string }[];
export declare function missingPackages(): readonly { readonly package: string; readonly why: string }[];
export declare function ensureDebianPackages(): boolean;
