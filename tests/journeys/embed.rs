//! Inside somebody else's page: another origin, no chrome, its height told, nothing broken.

use crate::{COUNTY, DISTRICT, FIGURE};
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id, site::Site},
    expect, journeys,
};
use serde_json::{Value, json};

journeys! {
    by_script in chromium firefox webkit;
    one_view_in_another_page in chromium firefox webkit;
}

/// A partner's page that gives the frame the height it asks for.
const HOST: &str = "<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href=data:,><title>Partner</title>
<h1>Partner</h1><iframe src=\"ADDRESS\" width=640 height=150 style=\"border:0\" title=Explorer></iframe><p id=after>After</p>
<script>
window.told = [];
addEventListener('message', event => {
    const frame = document.querySelector('iframe');
    if (event.source !== frame.contentWindow) return;
    told.push([event.data, event.origin]);
    if (event.data.type === 'roadmap:height') frame.height = event.data.height_px;
});
</script>";

async fn one_view_in_another_page(trip: &Trip) -> Outcome {
    let (page, window) = (trip.page(), &trip.window);
    let address = trip.site.url(&format!(
        "?v=1&area={}&figure={FIGURE}&mode=embed",
        DISTRICT.0
    ));
    let host = trip.keep(Site::serve_page(
        &HOST.replace("ADDRESS", &address.replace('&', "&amp;")),
    )?);
    window.client.goto(&host.url("")).await?;
    let told = "const last = told.findLast(([data]) => data.type === 'roadmap:height'); return last && last[0].height_px > 150 ? last : null";
    let last = window
        .until("to be told a height", told, Vec::new())
        .await?;
    expect!(
        last[0]["version"] == json!(1),
        "expected version 1 of the message, found {last}"
    );
    expect!(
        last[1] == json!(trip.site.origin()),
        "expected the message from the embedded page, found {last}"
    );

    window.client.enter_frame(0).await?;
    page.settled().await?;
    page.until_place(DISTRICT.1).await?;
    for testid in ["site-header", "nav-data", "place-search", "settings"] {
        expect!(
            !page.is_shown(&by_id(testid)).await?,
            "expected no {testid} in an embed"
        );
    }
    let slug = page.figure("main", "line").slug().await?;
    expect!(
        slug == FIGURE,
        "expected the figure of the link, found {slug}"
    );
    let back = "const link = document.querySelector('[data-testid=back-link]'); return [link.href, link.target]";
    let back = window.run(back, Vec::new()).await?;
    let href = back[0].as_str().unwrap_or_default();
    expect!(
        href.contains(DISTRICT.0) && !href.contains("mode="),
        "expected a way to the same place in the full page, found {href}"
    );
    expect!(
        back[1] == json!("_blank"),
        "expected the way back to open a new tab, found {back}"
    );
    let settled = "return document.documentElement.scrollHeight <= innerHeight + 1";
    window
        .until(
            "the frame to be as high as its content",
            settled,
            Vec::new(),
        )
        .await?;

    // A narrower column, then choosing another area: the height follows both times.
    window.client.enter_parent_frame().await?;
    let before = heights(trip).await?;
    window
        .run("document.querySelector('iframe').width = 360", Vec::new())
        .await?;
    let more = "return told.length > arguments[0]";
    window
        .until(
            "to be told the height of a narrower frame",
            more,
            vec![json!(before)],
        )
        .await?;
    let quiet = heights_when_quiet(trip).await?;
    expect!(
        quiet < 60,
        "expected a few messages, not a quarrel about the height: {quiet}"
    );
    let origin = window
        .run(
            "return document.getElementById('after').textContent === 'After' && location.origin",
            Vec::new(),
        )
        .await?;
    expect!(
        origin == json!(host.origin()),
        "expected the partner's page to be untouched, found {origin}"
    );

    // The county in an embed, to see that the default works without any other key.
    page.open("?mode=embed").await?;
    page.until_place(COUNTY).await
}

/// One line in the partner's page is enough.
async fn by_script(trip: &Trip) -> Outcome {
    let (page, window) = (trip.page(), &trip.window);
    let host = trip.keep(Site::serve_page(&format!(
        "<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href=data:,><title>Partner</title>
        <h1>Partner</h1><script src=\"{}\" data-area=\"{}\" data-figure=\"{FIGURE}\" data-height=\"150\"></script>",
        trip.site.url("embed.js"),
        DISTRICT.0
    ))?);
    // The script and the frame come from there, and nothing else.
    trip.expects_origin(trip.site.origin());
    window.client.goto(&host.url("")).await?;
    window
        .until(
            "the script to make a frame",
            "return document.querySelector('iframe') !== null",
            Vec::new(),
        )
        .await?;
    let grown = "return document.querySelector('iframe').getBoundingClientRect().height > 160";
    window
        .until(
            "the frame to be given the height of its content",
            grown,
            Vec::new(),
        )
        .await?;
    window.client.enter_frame(0).await?;
    page.settled().await?;
    page.until_place(DISTRICT.1).await?;
    let slug = page.figure("main", "line").slug().await?;
    expect!(
        slug == FIGURE,
        "expected the figure that the script names, found {slug}"
    );
    expect!(
        !page.is_shown(&by_id("site-header")).await?,
        "expected no site header in an embed"
    );
    window.client.enter_parent_frame().await.map_err(Into::into)
}

async fn heights(trip: &Trip) -> Outcome<u64> {
    let count = trip.window.run("return told.length", Vec::new()).await?;
    Ok(count.as_u64().unwrap_or_default())
}

/// How many messages there are once no more come.
async fn heights_when_quiet(trip: &Trip) -> Outcome<u64> {
    let mut last = heights(trip).await?;
    for _ in 0..40 {
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        let now = heights(trip).await?;
        if now == last {
            break;
        }
        last = now;
    }
    Ok(Value::from(last).as_u64().unwrap_or_default())
}
