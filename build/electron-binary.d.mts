export declare function electronBinary(folder?: string): string | null;
export declare function fetchElectron(options?: {
  folder?: string;
  stall?: number;
  log?: (line: string) => void;
}): Promise<boolean>;
