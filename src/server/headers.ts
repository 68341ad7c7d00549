const hashOfNothing = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Headers on every answer. */
export const everywhere: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * What the page may load: only from here, but for pictures inside style sheets. Web Chat adds style elements while it
 * runs: they carry the nonce, but for one that is empty, so the hash of nothing is allowed; its spinner is a blob. Older
 * browsers do not count a WebSocket as 'self', so it is named.
 */
export const pageHeaders = (host: string, nonce: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${hashOfNothing}`,
    "img-src 'self' data: blob:",
    `connect-src 'self'${/^[\w.:[\]-]+$/u.test(host) ? ` ws://${host} wss://${host}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
});
