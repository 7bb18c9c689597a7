import { contextBridge, ipcRenderer } from 'electron';
import type { Answer, BridgeChannels, Channel, ExposedBridge } from '../../shared/bridge-channels';

const call = <C extends Channel>(
  channel: C,
  ...args: BridgeChannels[C]['args']
): Promise<Answer<BridgeChannels[C]['result']>> => ipcRenderer.invoke(channel, ...args);

const bridge: ExposedBridge = {
  appInfo: () => call('app:info'),
  openDataSet: (set) => call('data:open', set),
  discardDemo: () => call('data:discard-demo'),
  chooseDataFolder: () => call('data:choose-folder'),
  forgetDataFolder: () => call('data:default-folder'),
  journal: (set) => ({
    segments: () => call('journal:segments', set),
    read: (chain, segment, offset, length) => call('journal:read', set, chain, segment, offset, length),
    append: (chain, segment, at, bytes) => call('journal:append', set, chain, segment, at, bytes),
    setAside: (chain, segment, from) => call('journal:set-aside', set, chain, segment, from),
    tryWrite: (bytes) => call('journal:try-write', set, bytes),
  }),
  blobs: (set) => ({
    put: (bytes) => call('blobs:put', set, bytes),
    get: (digest) => call('blobs:get', set, digest),
    list: () => call('blobs:list', set),
  }),
  saveFile: (suggestedName, kind, bytes) => call('file:save', suggestedName, kind, bytes),
  printPdf: (name, bytes) => call('pdf:print', name, bytes),
};

contextBridge.exposeInMainWorld('desktop', bridge);
