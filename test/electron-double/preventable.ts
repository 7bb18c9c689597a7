export type Preventable<T extends object> = T & { defaultPrevented: boolean; preventDefault(): void };

/** An event object as Electron's: a listener may prevent what it announces. */
export function preventable<T extends object>(details: T): Preventable<T> {
  const event: Preventable<T> = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
