// A single-page application in miniature: it owns everything below #root, replaces it on every
// route change, and renders the policy only after it has been fetched.
const root = document.getElementById('root');

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function show(title, ...children) {
  document.title = title;
  const links = element('nav', '');
  links.append(element('a', 'Start', { href: '/spa' }), ' ');
  links.append(element('a', 'Legal', { href: '/spa/legal' }));
  const main = element('main', '');
  main.append(...children);
  root.replaceChildren(links, main);
}

async function renderLegal() {
  show('Fernwick Trails', element('p', 'Loading …'));
  const response = await fetch('/privacy');
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  await new Promise((done) => setTimeout(done, 700));
  if (location.pathname !== '/spa/legal') return;
  const policy = parsed.querySelector('main');
  policy.querySelector('.contents').remove();
  show('Legal | Fernwick Trails', ...policy.childNodes);
}

function route() {
  if (location.pathname === '/spa/legal') void renderLegal();
  else show('Fernwick Trails', element('h1', 'Ride out'), element('p', 'Choose a hut and a bike.'));
}

addEventListener('popstate', route);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/spa"]');
  if (link === null) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  route();
});
route();
