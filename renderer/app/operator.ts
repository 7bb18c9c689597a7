import { create } from 'zustand';

const STORAGE_KEY = 'operator';

interface Operator {
  /** Goes into every journal entry; blank until somebody says who works here. */
  readonly name: string;
  readonly setName: (name: string) => void;
}

/** Who works at this machine, kept on it. */
export const useOperator = create<Operator>((set) => ({
  name: localStorage.getItem(STORAGE_KEY) ?? '',
  setName: (name) => {
    localStorage.setItem(STORAGE_KEY, name);
    set({ name });
  },
}));

/** The name for the journal at this moment. */
export const operatorName = (): string => useOperator.getState().name;
