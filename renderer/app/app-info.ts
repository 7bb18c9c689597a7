import { useEffect, useState } from 'react';
import type { AppInfo } from '../../shared/bridge';
import { platform } from '../platform';

/** Asked once per window: it cannot change. */
let asked: Promise<AppInfo> | null = null;

/** Edition, version and abilities of this program; undefined until the answer came. */
export function useAppInfo(): AppInfo | undefined {
  const [info, setInfo] = useState<AppInfo>();
  useEffect(() => {
    asked ??= platform.appInfo();
    void asked.then(setInfo);
  }, []);
  return info;
}
