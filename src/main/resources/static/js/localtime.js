// <time datetime="instant" data-zone="Europe/Lisbon" data-yours="{time} your time">: adds the viewer's time where it differs from the event's.

export function start(element) {
  const at = new Date(element.dateTime);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (wall(at, here) === wall(at, element.dataset.zone)) return;
  const otherDay = wall(at, here).slice(0, 10) !== wall(at, element.dataset.zone).slice(0, 10);
  const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  const day = otherDay ? { weekday: 'short', day: 'numeric', month: 'short' } : {};
  const time = new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit' }).format(at);
  const hint = document.createElement('span');
  hint.className = 'faint';
  hint.textContent = ` · ${element.dataset.yours.replace('{time}', time)}`;
  element.append(hint);
}

function wall(at, zone) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}
