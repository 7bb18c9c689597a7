import { useEffect, useState, type RefObject } from 'react';

/** px; height before the box is laid out, and where nothing is laid out at all. */
const ASSUMED_HEIGHT = 800;

/** The part of a scrolling box that is seen, live: px from its top, and its height. */
export function useScrollView(box: RefObject<HTMLElement | null>): { readonly top: number; readonly height: number } {
  const [view, setView] = useState({ top: 0, height: ASSUMED_HEIGHT });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight || ASSUMED_HEIGHT });
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [box]);
  return view;
}
