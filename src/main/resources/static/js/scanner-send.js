// Sends one scan. Its key makes a repetition harmless: who was let in by a scan whose answer got lost is let in by its repetition.

const patience = 8000;

// {result}, or {lost: true} where nothing is known of it yet (with signedOut where logging in helps), or {refusal: words}.
export async function send(api, { key, ...scan }) {
  try {
    const response = await fetch(api, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(scan),
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return { result: await response.json() };
    if (response.status === 401) return { lost: true, signedOut: true };
    if (response.status >= 500 || [408, 409, 429].includes(response.status)) return { lost: true };
    const problem = await response.json();
    return { refusal: problem.errors?.[0]?.detail ?? problem.detail };
  } catch {
    return { lost: true };
  }
}
