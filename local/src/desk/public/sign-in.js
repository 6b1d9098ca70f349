const { document, localStorage, opener } = globalThis;
const KEPT = 'podmates-local-accounts';
const form = document.getElementById('invent');
const list = document.getElementById('accounts');

function answer(account) {
  const earlier = remembered().filter(({ email }) => email !== account.email);
  localStorage.setItem(KEPT, JSON.stringify([account, ...earlier].slice(0, 8)));
  const { provider, origin } = form.dataset;
  const signedIn = {
    sub: `${provider}|${account.email}`,
    email: account.email,
    email_verified: true,
    name: account.name,
  };
  opener?.postMessage({ type: 'podmates-sign-in', provider, account: signedIn }, origin);
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]');
  } catch {
    return [];
  }
}

function addRemembered({ name, email }) {
  if (list.querySelector(`[data-email="${globalThis.CSS.escape(email)}"]`)) return;
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'account' });
  Object.assign(button.dataset, { name, email });
  const strong = Object.assign(document.createElement('strong'), { textContent: name });
  button.append(strong, ' ', Object.assign(document.createElement('span'), { textContent: email }));
  const item = document.createElement('li');
  item.append(button);
  list.prepend(item);
}

remembered().reverse().forEach(addRemembered);
list.addEventListener('click', ({ target }) => {
  const chosen = target.closest('.account');
  if (chosen) answer({ name: chosen.dataset.name, email: chosen.dataset.email });
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { name, email } = form.elements;
  answer({ name: name.value.trim(), email: email.value.trim().toLowerCase() });
});
