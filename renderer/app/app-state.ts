import { create } from 'zustand';
import type { DataSet } from '../../shared/bridge';

/** What is open in this window. Records never stand here. */
interface AppState {
  readonly dataSet: DataSet;
  readonly railNarrow: boolean;
  readonly openDataSet: (set: DataSet) => void;
  readonly toggleRail: () => void;
}

export const useAppState = create<AppState>((set) => ({
  dataSet: 'main',
  railNarrow: false,
  openDataSet: (dataSet) => set({ dataSet }),
  toggleRail: () => set((state) => ({ railNarrow: !state.railNarrow })),
}));
