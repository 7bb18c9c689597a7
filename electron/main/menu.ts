import { Menu } from 'electron';
import { TEXT } from './text';

/** A menu with nothing but the size of the text; everything else stands on the screen. Alt shows it. */
export function setMenu(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: TEXT.view,
        submenu: [
          { role: 'zoomIn', label: TEXT.zoomIn },
          { role: 'zoomOut', label: TEXT.zoomOut },
          { role: 'resetZoom', label: TEXT.actualSize },
          { type: 'separator' },
          { role: 'togglefullscreen', label: TEXT.fullScreen },
        ],
      },
    ]),
  );
}
