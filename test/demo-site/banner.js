for (const button of document.querySelectorAll('[data-dismiss]')) {
  button.addEventListener('click', () => {
    document.querySelector('.cookie-banner').hidden = true;
  });
}
