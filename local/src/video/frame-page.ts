/** What the stand-in shows in the place of a Jitsi meeting; its script reads everything else from the address. */
export const framePage = () => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Local video</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="/frame.css" />
    <script type="module" src="/frame.js"></script>
  </head>
  <body>
    <section aria-label="Local video">
      <ul id="tiles" aria-label="In the call"></ul>
      <p id="status" role="status">Connecting</p>
      <div class="bar">
        <span class="badge">Local video</span>
        <button id="mute" type="button" aria-pressed="true">Unmute</button>
        <button id="leave" type="button">Leave the call</button>
      </div>
    </section>
  </body>
</html>
`;
