const { document } = globalThis;
const REFRESH_MS = 2000;
const byId = (id) => document.getElementById(id);
const form = byId('move');
const readable = new globalThis.Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

function describeAhead(offsetMs) {
  const minutes = Math.round(offsetMs / 60_000);
  if (minutes === 0) return 'the same as this machine';
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [days && `${days} d`, hours && `${hours} h`, minutes % 60 && `${minutes % 60} min`].filter(Boolean);
  return `${parts.join(' ')} ahead of this machine`;
}

function showClock({ now, offsetMs }) {
  byId('now').textContent = readable.format(new Date(now));
  byId('now').dateTime = now;
  byId('ahead').textContent = describeAhead(offsetMs);
}

function showPeople(people) {
  const who = byId('who');
  if (who.options.length === people.length) return;
  const chosen = who.value;
  who.replaceChildren(...people.map(({ id, name }) => new globalThis.Option(name, id, false, id === chosen)));
}

function showInbox(entries) {
  byId('empty').hidden = entries.length > 0;
  byId('inbox').replaceChildren(
    ...entries.map(({ to, text, at }) => {
      const item = document.createElement('li');
      const time = Object.assign(document.createElement('time'), {
        dateTime: at,
        textContent: readable.format(new Date(at)),
      });
      item.append(Object.assign(document.createElement('strong'), { textContent: to }), ` ${text} `, time);
      return item;
    }),
  );
}

async function refresh() {
  const answer = await fetch('/state');
  const { clock, people, inbox } = await answer.json();
  showClock(clock);
  showPeople(people);
  showInbox(inbox);
}

function wantedMove() {
  const { far, memberId, custom } = form.elements;
  if (far.value === 'session') return { toNextSession: true, memberId: memberId.value || undefined };
  if (far.value === 'slot') return { toNextSlot: true, memberId: memberId.value || undefined };
  if (far.value === 'custom') return { to: new Date(custom.value).toISOString() };
  return { by: Number(far.value) };
}

form.addEventListener('input', () => {
  const { far } = form.elements;
  byId('custom-field').hidden = far.value !== 'custom';
  form.elements.custom.required = far.value === 'custom';
  byId('who-field').hidden = !['session', 'slot'].includes(far.value);
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  byId('status').textContent = 'Time is passing …';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/clock', { method: 'POST', headers, body: JSON.stringify(wantedMove()) });
  const result = await answer.json();
  byId('status').textContent = answer.ok ? `It is now ${readable.format(new Date(result.now))}.` : result.message;
  button.disabled = false;
  await refresh();
});

async function keepFresh() {
  await refresh().catch(() => (byId('ahead').textContent = 'the platform does not answer'));
  setTimeout(keepFresh, REFRESH_MS);
}
await keepFresh();
