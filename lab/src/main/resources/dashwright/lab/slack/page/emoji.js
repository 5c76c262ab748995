// The emoji names that apps of this kind use; others stand as they were written.
const KNOWN = Object.fromEntries(`
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|warning ⚠️|no_entry ⛔|no_entry_sign 🚫
question ❓|exclamation ❗|information_source ℹ️|bulb 💡|mag 🔍|mag_right 🔎|eyes 👀|thinking_face 🤔|robot_face 🤖
rocket 🚀|tada 🎉|fire 🔥|zap ⚡|star ⭐|sparkles ✨|bell 🔔|no_bell 🔕|lock 🔒|unlock 🔓|key 🔑|link 🔗
bar_chart 📊|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|memo 📝|page_facing_up 📄|clipboard 📋
package 📦|floppy_disk 💾|wastebasket 🗑️|pencil2 ✏️|wrench 🔧|hammer_and_wrench 🛠️|gear ⚙️|label 🏷️|round_pushpin 📍
hourglass ⌛|speech_balloon 💬|blush 😊|hourglass_flowing_sand ⏳|stopwatch ⏱️|clock1 🕐|alarm_clock ⏰|calendar 📅|date 📅
large_green_circle 🟢|large_yellow_circle 🟡|large_orange_circle 🟠|red_circle 🔴|large_blue_circle 🔵
white_circle ⚪|black_circle ⚫|green_heart 💚|yellow_heart 💛|heart ❤️|thumbsup 👍|+1 👍|thumbsdown 👎|-1 👎
wave 👋|raised_hands 🙌|pray 🙏|clap 👏|point_right 👉|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️
arrow_upper_right ↗️|arrow_lower_right ↘️|heavy_plus_sign ➕|heavy_minus_sign ➖|repeat 🔁|arrows_counterclockwise 🔄
slightly_smiling_face 🙂|smile 😄|sweat_smile 😅|cry 😢|rotating_light 🚨|construction 🚧|umbrella ☔|snowflake ❄️
`.trim().split(/[|\n]/).map((pair) => pair.trim().split(' ')));

/** The sign for a name, or the name between colons. */
export function emoji(name) {
  return KNOWN[name] ?? `:${name}:`;
}

/** Words with the emoji names in them replaced. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => KNOWN[name] ?? whole);
}
