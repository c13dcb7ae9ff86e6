
// The bytes of a part. A host's answer that there is no such file may have been kept by the
// browser, so the host itself is asked once more.
async function whole(asked) {
  let answer = await asked;
  if (!answer.ok) answer = await fetch(answer.url, { cache: 'reload' });
  if (!answer.ok) throw new Error(`${answer.url} ${answer.status}`);
  return answer.arrayBuffer();
}
