// Runs before the first paint (a plain script in <head>), so that the chosen theme never flashes in late.
(() => {
  try {
    const theme = localStorage.getItem("loregraph.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch { /* no storage: the system's choice stands */ }
})();
