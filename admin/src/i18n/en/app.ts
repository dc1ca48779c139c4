import type { app as Russian } from '../ru/app';

export const app: typeof Russian = {
  retry: 'Try again',
  theme: { light: 'Light theme', dark: 'Dark theme' },
  group: {
    sales: 'Sales',
    goods: 'Goods and stock',
    sync: 'Sync',
    shop: 'Shop',
    platform: 'Platform',
  },
  login: {
    title: 'Staff sign-in',
    phone: 'Phone',
    password: 'Password',
    show_password: 'Show the password',
    enter: 'Sign in',
    leave: 'Sign out',
    again: 'Your session has ended',
    again_hint: 'Give your password to go on. The page and all you have filled in stay as they are.',
  },
  error: {
    list: 'The list could not be had',
    offline: 'The server does not answer. Check the connection and try again: nothing you entered is lost.',
    http: { server: 'Something broke on the server. Try again a little later.', other: 'The server refused.' },
    title: 'The page broke',
    hint: 'Try again. If that does not help, tell a developer what is written below.',
    stale_title: 'The panel was updated',
    stale_hint: 'Load the page anew to go on in the new version.',
    reload: 'Load anew',
  },
  not_found: { title: 'There is no such page', hint: 'The link may be old.', home: 'Home' },
  denied: { title: 'No access', hint: 'Your role lacks the right to this page. Ask the director.' },
  alarm: {
    fine: 'Sync is fine',
    stuck: 'Sync: %{smart_count} thing needs attention |||| Sync: %{smart_count} things need attention',
    unknown: 'Nothing is known about sync',
  },
  money: { wrong: 'Not an amount. Type 4950 or 4950.50, for instance' },
  upload: {
    add: 'Add a photo',
    hint: 'JPEG, PNG or WebP of up to 10 MB. You can drop files here.',
    not_a_picture: 'Not a photo: a JPEG, PNG or WebP is needed',
    too_large: 'The file is over 10 MB',
    sending: 'Sending %{name}',
    drop: 'Remove %{name}',
  },
};
