/**
 * Puts a table on the clipboard through a copy event, which needs no clipboard permission; true when it was taken.
 * Must run inside a click or key press.
 */
export function copyTable(table: { readonly text: string; readonly html: string }): boolean {
  let taken = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', table.text);
    event.clipboardData?.setData('text/html', table.html);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return taken;
}
