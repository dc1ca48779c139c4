import LockIcon from '@mui/icons-material/Lock';

import { Notice } from './Notice';

export const Denied = () => <Notice icon={<LockIcon />} title="app.denied.title" hint="app.denied.hint" />;
