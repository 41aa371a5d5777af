// A page's own navigation, which comes from below on a phone: it opens at where one is, and goes when one turns to something else.
export function start(nav) {
  const hide = () => nav.matches(':popover-open') && nav.hidePopover();
  const opener = document.querySelector(`[popovertarget="${nav.id}"]`);
  const isElsewhere = (focused) => focused !== document.body && focused !== opener && !nav.contains(focused);

  nav.addEventListener('toggle', ({ newState }) => {
    const here = nav.querySelector('[aria-current]');
    if (newState === 'open' && here) nav.scrollTop = here.offsetTop - nav.clientHeight / 2;
  });
  // once the focus has arrived: hiding it earlier would send it back to the button
  nav.addEventListener('focusout', () => setTimeout(() => isElsewhere(document.activeElement) && hide()));
  matchMedia('(min-width: 761px)').addEventListener('change', hide);
  addEventListener('pagehide', hide);
}
