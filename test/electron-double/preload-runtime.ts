/**
 * Runs the preload in the page before any script of the page, with the one module that our sandboxed preload requires.
 * Like the real bridge: functions are proxied, everything else is cloned and frozen, and an Error keeps only its message.
 */
export const PRELOAD_RUNTIME = `(() => {
  if (window.top !== window || !/^https?:/.test(location.protocol)) return;
  const invokeBinding = window.__doubleInvoke;
  delete window.__doubleInvoke;
  const bare = (error) => { throw new Error(error instanceof Error ? error.message : String(error)); };
  const cross = (v) => {
    if (typeof v === 'function') return (...args) => cross(v(...args.map(cross)));
    if (typeof v === 'symbol') throw new TypeError('An object could not be cloned.');
    if (v === null || typeof v !== 'object') return v;
    if (v instanceof Promise) return v.then(cross, bare);
    if (Array.isArray(v)) return v.map(cross);
    if (Object.getPrototypeOf(v) !== Object.prototype) return structuredClone(v);
    return Object.freeze(Object.fromEntries(Object.entries(v).map(([key, member]) => [key, cross(member)])));
  };
  const ipcRenderer = {
    invoke: async (channel, ...args) => {
      const answer = await invokeBinding(channel, structuredClone(args));
      if (answer.error) throw new Error(answer.error);
      return answer.value;
    },
  };
  const contextBridge = { exposeInMainWorld: (key, api) => {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(window, key, { value: cross(api), enumerable: true, configurable: false, writable: false });
  } };
  const require = (id) => { if (id === 'electron') return { contextBridge, ipcRenderer }; throw new Error('module not found: ' + id); };
  const module = { exports: {} };
  (function (require, module, exports, process, global) {
/*PRELOAD*/
  })(require, module, module.exports, { contextIsolated: true, sandboxed: true, type: 'renderer', versions: {}, platform: 'linux', env: {} }, window);
})();`;
