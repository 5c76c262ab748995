// The control routes of the lab.

async function answer(response) {
  const text = await response.text();
  const body = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {};
  if (!response.ok) throw new Error(body.errors?.[0] ?? `the lab answered ${response.status}`);
  return body;
}

/** Reads a route. */
export async function get(path, parameters = {}) {
  return answer(await fetch(`${path}?${new URLSearchParams(parameters)}`));
}

/** Does something by a route. */
export async function post(path, body) {
  return answer(await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }));
}
