import { app } from './app';
import { registerSchemes } from './schemes';

type SchemeHandler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, SchemeHandler>();

/** The handler of the scheme of an address of the program. */
export const handlerOf = (url: string): SchemeHandler | undefined => handlers.get(url.split(':')[0] ?? '');

class ProtocolDouble implements Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'> {
  registerSchemesAsPrivileged(list: Electron.CustomScheme[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    registerSchemes(list);
  }
  handle(scheme: string, handler: SchemeHandler): void {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been intercepted`);
    handlers.set(scheme, handler);
  }
}
export type Protocol = ProtocolDouble;
export const protocol: Protocol = new ProtocolDouble();

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type PermissionRequest = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DevicePermission = Parameters<Electron.Session['setDevicePermissionHandler']>[0];

/** Chromium's own permission prompts never reach this process: the handlers are kept, so that a test may ask them. */
class SessionDouble implements Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> {
  readonly protocol = protocol;
  beforeRequest: BeforeRequest | null = null;
  permissionRequest: PermissionRequest = null;
  permissionCheck: PermissionCheck = null;
  devicePermission: DevicePermission = null;
  readonly webRequest: { onBeforeRequest(listener: BeforeRequest | null): void } = {
    onBeforeRequest: (listener) => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: DevicePermission): void {
    this.devicePermission = handler;
  }
}
export type Session = SessionDouble;
export const session = { defaultSession: new SessionDouble() };
