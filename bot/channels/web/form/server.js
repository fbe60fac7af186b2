// What the page asks of the server: one request at a time, so that each carries the newest revision.
let last = Promise.resolve();

export function inOrder(job) {
  const running = last.then(job, job);
  last = running.catch(() => undefined);
  return running;
}

/** The status and what was said; status 0 when nothing came back. */
export async function ask(path, options = {}) {
  try {
    const response = await fetch(path, options);
    return { status: response.status, ...(await response.json()) };
  } catch {
    return { status: 0, problem: "没有连上，请检查网络后再试。您填的还在。" };
  }
}

export const post = (path, body) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** The name may say whom the file is about: it stays out of the address, which proxies log. */
export function upload(path, file) {
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(file.name) };
  return ask(path, { method: "POST", headers, body: file });
}
